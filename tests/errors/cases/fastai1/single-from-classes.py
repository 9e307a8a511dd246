# rule: fastai1_class_members.maker_of_fastai1
# source: https://github.com/etown/dl1/issues/3
# says: learn = load_learner\('export\.pkl'\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
classes = ['black', 'grizzly']
data2 = ImageDataLoaders.single_from_classes(path, classes, tfms=aug_transforms(), size=224)
