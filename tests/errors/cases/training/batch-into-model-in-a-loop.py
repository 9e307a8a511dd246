# rule: batches_whole.batch_given_to_model
# source: https://stackoverflow.com/questions/65017261 (linear(): argument 'input' must be Tensor, not list)
# says: chunk is a whole batch of test_loader
# says: inputs
# says: scores = grader\(chunk\[0\]\)
# says: for xb, yb in test_loader
# %% before
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
marks = TensorDataset(torch.rand(40, 7), torch.randint(0, 2, (40,)))
test_loader = DataLoader(marks, batch_size=10)
grader = nn.Sequential(nn.Linear(7, 12), nn.ReLU(), nn.Linear(12, 2))
# %% fails
right = 0
grader.eval()
with torch.inference_mode():
    for chunk in test_loader:
        scores = grader(chunk)
        right += (scores.argmax(dim=1) == chunk[1]).sum().item()
# %% mended
right = 0
grader.eval()
with torch.inference_mode():
    for chunk in test_loader:
        scores = grader(chunk[0])
        right += (scores.argmax(dim=1) == chunk[1]).sum().item()
