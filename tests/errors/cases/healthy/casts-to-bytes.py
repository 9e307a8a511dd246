# notice: none
# source: constructed
# %% before
import numpy as np
import torch
from PIL import Image

img, photo = torch.rand(3, 16, 16), np.random.randint(0, 255, (16, 16, 3)).astype(np.uint8)
drawn = (np.random.rand(16, 16) > 0.5).astype(np.uint8) * 255
Image.fromarray(drawn).save("seg.png")
# %% cell
out = (img.clamp(0, 1) * 255).byte()
out2 = (img.permute(1, 2, 0).numpy() * 255).astype(np.uint8)
back = (photo / 255 * 255).astype(np.uint8)
mask = (np.array(Image.open("seg.png")) / 255).astype(np.uint8)
ones = (drawn / 255).astype(np.uint8)
soft = torch.rand(16, 16)
hard = (soft > 0.5).int()
rounded = soft.round().byte()
zeros = np.zeros((16, 16, 3)).astype(np.uint8)
onehot = torch.eye(20).int()
x = torch.tensor(photo / 255, dtype=torch.float32)
ids = (torch.rand(100) * 10).long()
grey = (photo.mean(axis=2)).astype(np.uint8)
