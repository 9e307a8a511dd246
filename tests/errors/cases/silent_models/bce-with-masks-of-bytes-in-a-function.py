# notice: binary_targets.labels_beyond_one
# source: constructed
# says: go\s+from\s+0\s+to\s+255
# says: criterion\(net\(images\),\s+masks\s+/\s+255\)
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
images = torch.rand(6, 1, 8, 8); masks = (images > 0.5).float() * 255
criterion = nn.BCEWithLogitsLoss()
def train(net, images, masks, epochs=2):
    opt = optim.Adam(net.parameters(), 1e-3)
    for _ in range(epochs):
        loss = criterion(net(images), masks)
        opt.zero_grad(); loss.backward(); opt.step()
    return loss.item()
# %% cell
net = nn.Conv2d(1, 1, 3, padding=1)
last = train(net, images, masks)
# %% mended
net = nn.Conv2d(1, 1, 3, padding=1)
last = train(net, images, masks / 255)
