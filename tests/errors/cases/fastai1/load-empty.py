# rule: fastai1_class_members.maker_of_fastai1
# source: constructed
# says: load_learner
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
data = ImageDataLoaders.load_empty(path)
