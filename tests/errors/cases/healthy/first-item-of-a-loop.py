# notice: none
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
from sklearn.metrics import confusion_matrix
y_test = np.array([0, 1, 1, 0]); preds = np.array([0, 1, 0, 0])
# %% cell
def first_batch_sum(batches):
    for b in batches:
        out = b * 2
        out += 1
        return out
def brighten(images):
    for img in images:
        img += 10
        return img
print(first_batch_sum([1, 2]))
confusion_matrix(y_test, preds)
train_text, test_text = 'a', 'b'
n = 3
if n == 1 or n: pass
while n == 3 or False: n = 4
losses = [torch.tensor(1.)]
total = [l.item() for l in losses]
f = torch.tensor([1.]).sum
print(total, f'{losses[0].item():.2f}')
