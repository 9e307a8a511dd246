# notice: whole_means.distance_over_all_items
# source: constructed
# says: for\s+all\s+25\s+items\s+of\s+pics
# says: In\s+is_shoe
# says: in\s+distance\s+\(img\s+-\s+ideal\)\.abs\(\)\.mean\(\(-1,\s+-2\)\)
# %% before
import torch
shoes, bags = torch.rand(40, 12, 12), torch.rand(40, 12, 12)
test_shoes = torch.rand(25, 12, 12)
ideal_shoe, ideal_bag = shoes.mean(0), bags.mean(0)
def distance(img, ideal):
    d = (img - ideal).abs().mean()
    return d
def is_shoe(pics): return distance(pics, ideal_shoe) < distance(pics, ideal_bag)
# %% cell
print('accuracy', is_shoe(test_shoes).float().mean())
# %% mended
def distance(img, ideal):
    d = (img - ideal).abs().mean((-1, -2))
    return d
print('accuracy', is_shoe(test_shoes).float().mean())
