# notice: typed_classes.in_another_order
# source: constructed
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(10): Image.new('RGB', (16, 16), (i * 20, 60, 90)).save(f'bugs/{k}/{i}.png')
dls = ImageDataLoaders.from_folder('bugs', valid_pct=0.3, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(3*16*16, 2)), loss_func=nn.CrossEntropyLoss())
kinds = ['bee', 'ant']
probs, _ = learn.get_preds()

# %% cell
best, idxs = probs.topk(1)
print([kinds[int(i)] for i in idxs])
