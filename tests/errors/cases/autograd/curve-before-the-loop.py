# rule: autograd_twice.backward_twice
# source: fastbook, chapter 4
# says: guess = curve\(times, weights\)
# says: inside the loop
# %% before
import torch
times = torch.arange(12.)
heights = 2 * times + 1
def curve(t, w): return w[0] * t.sin() + w[1] * t
weights = torch.ones(2, requires_grad=True)
# %% fails
guess = curve(times, weights)
for turn in range(3):
    loss = (guess - heights).abs().mean()
    loss.backward()
    with torch.no_grad(): weights -= 0.01 * weights.grad
    weights.grad = None
# %% mended
for turn in range(3):
    guess = curve(times, weights)
    loss = (guess - heights).abs().mean()
    loss.backward()
    with torch.no_grad(): weights -= 0.01 * weights.grad
    weights.grad = None
