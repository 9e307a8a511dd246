# notice: predictions.argmax_over_items
# source: constructed
# says: one\s+for\s+each\s+class
# says: best\s+=\s+scores\.argmax\(dim=1\)
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
dls = ImageDataLoaders.from_folder('bugs', valid_pct=0.3, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(768, 3)), loss_func=CrossEntropyLossFlat())
# %% cell
scores, targs = learn.get_preds()
best = scores.argmax(0)
names = [learn.dls.vocab[i] if i < 3 else '' for i in best]
# %% mended
scores, targs = learn.get_preds()
best = scores.argmax(dim=1)
names = [learn.dls.vocab[i] for i in best]
