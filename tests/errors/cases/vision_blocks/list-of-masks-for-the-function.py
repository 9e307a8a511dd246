# rule: blocks_of_pictures.inputs_not_counted
# source: constructed
# says: function
# says: def label_func
# %% before
from fastai.vision.all import *
path = Path('.')
(path/'images').mkdir(), (path/'labels').mkdir()
for i in range(8):
    Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
    Image.fromarray(np.random.randint(0, 2, (32, 32), dtype=np.uint8)).save(f'labels/{i}_P.png')
codes = ['background', 'cat']
def label_func(o): return path/'labels'/f'{o.stem}_P{o.suffix}'
files = get_image_files('images')
masks = get_image_files('labels')
# %% fails
dls = SegmentationDataLoaders.from_label_func(path, files, masks, codes=codes, bs=2)
# %% mended
def label_func(o): return path/'labels'/f'{o.stem}_P{o.suffix}'
dls = SegmentationDataLoaders.from_label_func(path, files, label_func, codes=codes, bs=2, num_workers=0)
