# rule: data_mid_level.no_batches_yet
# source: constructed
# says: show_images\(\[tl\[i\]
# %% before
from fastai.vision.all import *
path = Path('bears')
for i in range(9):
    for kind in ('grizzly', 'black'):
        (path/kind).mkdir(parents=True, exist_ok=True)
        Image.new('RGB', (36 + i, 40), (20*i, 90, 200)).save(path/kind/f'{i}.jpg')
# %% fails
tl = TfmdLists(get_image_files(path), [PILImage.create, Resize(32), ToTensor])
tl.show_batch()
# %% mended
tl = TfmdLists(get_image_files(path), [PILImage.create, Resize(32), ToTensor])
show_images([tl[i] for i in range(4)])
