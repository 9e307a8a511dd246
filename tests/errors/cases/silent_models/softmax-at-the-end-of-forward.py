# notice: forwards.activation_before_the_loss
# source: constructed
# says: forward of Bugs ends in torch\.softmax
# says: return self\.last\(x\.flatten\(1\)\)
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
dls = ImageDataLoaders.from_folder('bugs', valid_pct=0.3, seed=1, bs=4, num_workers=0)
# %% cell
class Bugs(nn.Module):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(768, 3)
    def forward(self, x):
        return torch.softmax(self.last(x.flatten(1)), dim=1)
learn = Learner(dls, Bugs(), loss_func=nn.CrossEntropyLoss())
# %% mended
class Bugs(nn.Module):
    def __init__(self):
        super().__init__()
        self.last = nn.Linear(768, 3)
    def forward(self, x):
        return self.last(x.flatten(1))
learn = Learner(dls, Bugs(), loss_func=nn.CrossEntropyLoss())
