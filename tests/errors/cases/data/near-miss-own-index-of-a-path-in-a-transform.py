# rule: not data_own_transforms.part_of_a_pair
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class Label(Transform):
    def encodes(self, o): return o[0]
TfmdLists(get_image_files(path), [Label()])[0]
