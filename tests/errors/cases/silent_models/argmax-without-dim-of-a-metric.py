# notice: single_maxima.of_a_metric
# source: constructed
# says: share_right
# says: out\.argmax\(dim=1\)
# %% before
from fastai.vision.all import *
rows = torch.randn(96, 4); kinds = rows[:, :3].argmax(1)
data = DataLoaders.from_dsets(list(zip(rows[:64], kinds[:64])), list(zip(rows[64:], kinds[64:])), bs=16)
def share_right(out, truth): return (truth == torch.argmax(out)).float().mean()
# %% cell
trainer = Learner(data, nn.Sequential(nn.Linear(4, 3)), loss_func=CrossEntropyLossFlat(), metrics=[accuracy, share_right])
with trainer.no_bar(): trainer.fit(1, 1e-2)
# %% mended
def share_right(out, truth): return (truth == torch.argmax(out, dim=1)).float().mean()
trainer = Learner(data, nn.Sequential(nn.Linear(4, 3)), loss_func=CrossEntropyLossFlat(), metrics=[accuracy, share_right])
with trainer.no_bar(): trainer.fit(1, 1e-2)
