# rule: data_normalized_items.resize_behind_tensors
# source: constructed
# says: Resize left the pictures as they are
# says: \(image2tensor\(img\)\.float\(\)\)\[None\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class Open(Transform):
    def encodes(self, fn):
        img = Image.open(fn)
        return TensorImage(image2tensor(img).float()), parent_label(fn)
tl = TfmdLists(get_image_files(path), Open())
dls = tl.dataloaders(bs=4, after_item=[Resize(32)])
dls.one_batch()
# %% mended
class Open(Transform):
    def encodes(self, fn):
        img = Image.open(fn)
        return (TensorImage(F.interpolate((image2tensor(img).float())[None], size=(32, 32))[0]), parent_label(fn))
tl = TfmdLists(get_image_files(path), Open())
dls = tl.dataloaders(bs=4, after_item=[Resize(32)])
dls.one_batch()
