# rule: data_own_transforms.class_without_arguments
# source: constructed
# says: PetTfm\(vocab=…, o2i=…\)
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
class PetTfm(Transform):
    def __init__(self, vocab, o2i): self.vocab, self.o2i = vocab, o2i
    def encodes(self, o): return PILImage.create(o)
tl = TfmdLists(get_image_files(path), PetTfm)
# %% mended
class PetTfm(Transform):
    def __init__(self, vocab, o2i): self.vocab, self.o2i = vocab, o2i
    def encodes(self, o): return PILImage.create(o)
tl = TfmdLists(get_image_files(path), PetTfm(vocab=['a'], o2i={'a': 0}))
