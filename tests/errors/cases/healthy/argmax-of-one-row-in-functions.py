# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
rows = torch.randn(96, 4); kinds = rows[:, :3].argmax(1)
data = DataLoaders.from_dsets(list(zip(rows[:64], kinds[:64])), list(zip(rows[64:], kinds[64:])), bs=16)
def by_rows(preds, targs):
    return tensor([float(preds.argmax() == targs) for preds, targs in zip(preds, targs)]).mean()
def same_top(preds, targs): return (preds.argmax() == targs.argmax()).float()
def evaluate(net, x, y):
    right = 0
    for row, target in zip(x, y):
        out = net(row)
        right += (out.argmax() == target).item()
    return right / len(y)
def is_top(scores, numbers): return scores.argmax() == numbers
# %% cell
trainer = Learner(data, nn.Sequential(nn.Linear(4, 3)), loss_func=CrossEntropyLossFlat(), metrics=[by_rows, same_top])
with trainer.no_bar(): trainer.fit(1, 1e-2)
share = evaluate(nn.Linear(4, 3), rows, kinds)
top = is_top(rows[:, 0], torch.arange(96))
