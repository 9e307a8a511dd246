# notice: none
# source: fastbook, chapter 4
# %% before
import torch
import torch.nn.functional as F
valid_3_tens = torch.rand(20, 28, 28); mean3 = torch.rand(28, 28); a_3 = torch.rand(28, 28)
# %% cell
def mnist_distance(a, b): return (a-b).abs().mean((-1, -2))
mnist_distance(valid_3_tens, mean3).shape
dist_3_abs = (a_3 - mean3).abs().mean()
dist_3_sqr = ((a_3 - mean3)**2).mean().sqrt()
F.l1_loss(a_3.float(), mean3), F.mse_loss(a_3, mean3).sqrt()
