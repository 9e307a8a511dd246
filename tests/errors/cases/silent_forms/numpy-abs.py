# notice: losses.shapes_broadcast_in_loss
# source: constructed
# %% before
import torch, numpy as np
preds, y = np.random.randn(8, 1), np.random.randn(8)
# %% cell
mae = np.abs(preds - y).mean()
