# notice: predictions.vocab_of_probabilities
# source: constructed
# says: row of 3 probabilities
# says: dls\.vocab\[row\.argmax\(\)\]
# %% before
from fastai.vision.all import *
for k in ('ant', 'bee', 'fly'):
    (Path('bugs')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (16, 16), (i * 30, 60, 90)).save(f'bugs/{k}/{k}_{i}.png')
dls = ImageDataLoaders.from_folder('bugs', valid_pct=0.3, seed=1, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Flatten(), nn.Linear(768, 3)), loss_func=CrossEntropyLossFlat())
# %% cell
scores, _ = learn.get_preds()
names = [dls.vocab[row] for row in scores]
# %% mended
scores, _ = learn.get_preds()
names = [dls.vocab[row.argmax()] for row in scores]
