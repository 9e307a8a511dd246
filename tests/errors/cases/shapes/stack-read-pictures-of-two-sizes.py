# rule: joining.join_unequal
# source: constructed
# says: size
# says: F\.interpolate
# %% before
import torch, torch.nn.functional as F
pics = [torch.randint(0, 255, (16, 16), dtype=torch.uint8), torch.randint(0, 255, (20, 16), dtype=torch.uint8)]
# %% fails
block = torch.stack(pics)
# %% mended
block = torch.stack([F.interpolate(o[None, None].float(), size=(16, 16))[0, 0] for o in pics])
