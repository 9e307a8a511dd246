# notice: freezing_undone.unfrozen_by_fine_tune
# source: constructed
# says: keep_body\(learn\)
# %% before
import sys
from fastai.vision.all import *
x, y = torch.randn(40, 3), torch.randint(0, 2, (40,))
dls = DataLoaders.from_dsets(list(zip(x[:32], y[:32])), list(zip(x[32:], y[32:])), bs=8, num_workers=0)
net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 2))
learn = Learner(dls, net, loss_func=nn.CrossEntropyLoss(), splitter=lambda m: [params(m[:2]), params(m[2:])])
Path('frozen.py').write_text('def keep_body(learn):\n    for p in learn.model[0].parameters(): p.requires_' 'grad_(False)\n')  # the cells do not name it
sys.path.insert(0, '.')
from frozen import keep_body
# %% before
keep_body(learn)
# %% cell
with learn.no_bar(), learn.no_logging(): learn.fine_tune(2)
