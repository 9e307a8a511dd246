# notice: numbers.bytes_wrap_around
# source: constructed
# says: uint8
# says: new\.float\(\) - old
# %% before
import torch
first = torch.tensor([7, 90, 200], dtype=torch.uint8); second = torch.tensor([5, 91, 190], dtype=torch.uint8)
# %% cell
def change(old, new):
    gap = new - old
    return gap.float().abs().mean()
moved = change(first, second)
# %% mended
def change(old, new):
    gap = new.float() - old
    return gap.float().abs().mean()
moved = change(old=first, new=second)
