# notice: zero_weights.zeros_in_two_layers
# source: constructed
# says: first and second began as zeros and are still all 0
# says: first = \(torch\.randn\(5, 12\) \* 0\.1\)\.requires_grad_\(\)
# %% before
import torch
import torch.nn.functional as F
x, y = torch.randn(50, 5), torch.randint(0, 2, (50,))
# %% cell
first, second = torch.zeros(5, 12, requires_grad=True), torch.zeros(12, 2, requires_grad=True)
bias = torch.zeros(2, requires_grad=True)
for i in range(4):
    loss = F.cross_entropy((x @ first).relu() @ second + bias, y)
    loss.backward()
    with torch.no_grad():
        for p in (first, second, bias):
            p -= 0.1 * p.grad
            p.grad = None
# %% mended
first, second = (torch.randn(5, 12) * 0.1).requires_grad_(), (torch.randn(12, 2) * 0.1).requires_grad_()
bias = torch.zeros(2, requires_grad=True)
for i in range(4):
    loss = F.cross_entropy((x @ first).relu() @ second + bias, y)
    loss.backward()
    with torch.no_grad():
        for p in (first, second, bias):
            p -= 0.1 * p.grad
            p.grad = None
