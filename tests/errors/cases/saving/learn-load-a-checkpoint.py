# rule: saving.checkpoint_dict
# source: constructed
# says: 'weights'
# says: learn\.model\.load_state_dict\(torch\.load\('[^']*models/run\.pth'\)\['weights'\]\)
# %% before
from fastai.vision.all import *
x = torch.randn(32, 4); y = (x.sum(1) > 0).long()
dls = DataLoaders.from_dsets(list(zip(x, y)), list(zip(x, y)), bs=16, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 2)), loss_func=nn.CrossEntropyLoss())
Path('models').mkdir(exist_ok=True)
torch.save({'weights': learn.model.state_dict(), 'epoch': 3}, 'models/run.pth')
# %% fails
learn.load('run')
# %% mended
learn.model.load_state_dict(torch.load('models/run.pth')['weights'])
