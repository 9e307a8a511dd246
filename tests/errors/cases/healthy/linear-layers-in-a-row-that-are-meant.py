# notice: none
# source: constructed
# %% before
import torch
from torch import nn, optim
import torch.nn.functional as F
x = torch.randn(40, 20)
class Coder(nn.Module):
    def __init__(self):
        super().__init__()
        self.down, self.up, self.head = nn.Linear(20, 3), nn.Linear(3, 20), nn.Linear(3, 2)
    def forward(self, x):
        z = self.down(x)
        return self.up(z), self.head(z)
class Attention(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.q, self.k, self.v, self.proj = nn.Linear(n, n), nn.Linear(n, n), nn.Linear(n, n), nn.Linear(n, n)
    def forward(self, x):
        w = (self.q(x) @ self.k(x).transpose(-2, -1)).softmax(-1)
        out = w @ self.v(x)
        return self.proj(out)
# %% cell
autoencoder = nn.Sequential(nn.Linear(20, 4), nn.Linear(4, 20))
coder, att = Coder(), Attention(20)
mlp = nn.Sequential(nn.Linear(20, 30), nn.GELU(), nn.Linear(30, 5), nn.LayerNorm(5), nn.Linear(5, 2))
body = nn.Sequential(nn.Linear(20, 30), nn.ReLU(), nn.Linear(30, 10)).requires_grad_(False)
probe = nn.Sequential(body, nn.Linear(10, 2))
loss = F.mse_loss(autoencoder(x), x) + coder(x)[0].sum() + att(x).sum() + mlp(x).sum() + probe(x).sum()
loss.backward()
