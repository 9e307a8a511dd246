# notice: none
# source: fastbook, chapter 17
# %% before
import torch
m1 = torch.randn(5, 28*28); m2 = torch.randn(784, 10)
# %% cell
def matmul(a, b):
    (ar, ac), (br, bc) = a.shape, b.shape
    c = torch.zeros(ar, bc)
    for i in range(ar): c[i] = (a[i].unsqueeze(-1) * b).sum(dim=0)
    return c
torch.allclose(matmul(m1, m2), m1@m2, atol=1e-4)
