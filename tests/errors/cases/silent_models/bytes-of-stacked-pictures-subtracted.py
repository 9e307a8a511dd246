# notice: numbers.bytes_wrap_around
# source: constructed
# says: frames\[0\]\.float\(\)\s+-\s+frames\[1\]
# %% before
import torch
frames = torch.stack([torch.full((6, 6), 20, dtype=torch.uint8), torch.full((6, 6), 200, dtype=torch.uint8)])
# %% cell
moved = (frames[0] - frames[1]).float().abs().mean()
# %% mended
moved = (frames[0].float() - frames[1]).float().abs().mean()
