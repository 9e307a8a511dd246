# notice: learner_attributes.read_by_nobody
# source: constructed
# says: In\s+train
# says: l\.add_cbs\(\[EarlyStoppingCallback\(monitor='valid_loss'\)\]\)
# %% before
from fastai.vision.all import *
rows = torch.randn(60, 6); kinds = torch.randint(0, 2, (60,))
dls = DataLoaders.from_dsets(list(zip(rows[:40], kinds[:40])), list(zip(rows[40:], kinds[40:])), bs=10)
def train(l, n):
    l.callback_fns = [partial(EarlyStoppingCallback, monitor='valid_loss')]
    with l.no_bar(): l.fit(n)
# %% cell
learn = Learner(dls, nn.Sequential(nn.Linear(6, 2)), loss_func=CrossEntropyLossFlat())
train(learn, 2)
# %% mended
def train(l, n):
    l.add_cbs([EarlyStoppingCallback(monitor='valid_loss')])
    with l.no_bar(): l.fit(n)
learn = Learner(dls, nn.Sequential(nn.Linear(6, 2)), loss_func=CrossEntropyLossFlat())
train(learn, 2)
