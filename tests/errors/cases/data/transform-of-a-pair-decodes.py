# rule: data_own_transforms.part_of_a_pair
# source: https://forums.fast.ai/t/transform-vs-itemtransform-midlevel-api/86666
# says: class PetTfm\(ItemTransform\):
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
items = get_image_files(path)
vocab, o2i = uniqueify([parent_label(i) for i in items], sort=True, bidir=True)
class PetTfm(Transform):
    def encodes(self, o): return (image2tensor(Image.open(o)), o2i[parent_label(o)])
    def decodes(self, x): return x[0], vocab[x[1]]
pets = PetTfm()
pets.decode(pets(items[0]))
# %% mended
items = get_image_files(path)
vocab, o2i = uniqueify([parent_label(i) for i in items], sort=True, bidir=True)
class PetTfm(ItemTransform):
    def encodes(self, o): return (image2tensor(Image.open(o)), o2i[parent_label(o)])
    def decodes(self, x): return x[0], vocab[x[1]]
pets = PetTfm()
pets.decode(pets(items[0]))
