# rule: blocks_of_pictures.masks_and_outputs
# source: constructed
# says: size
# says: Resize
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
def tiny_unet(n): return nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, n, 1))
for i in range(8): Image.fromarray(np.zeros((16, 16), dtype=np.uint8)).save(f'labels/{i}_P.png')
dls = SegmentationDataLoaders.from_label_func(path, files, label_func, codes=codes, bs=2, num_workers=0)
learn = Learner(dls, tiny_unet(2))
# %% fails
learn.fit(1)
# %% mended
dls = SegmentationDataLoaders.from_label_func(path, files, label_func, codes=codes, bs=2, num_workers=0,
                                              item_tfms=Resize(32, method='squish'))
learn = Learner(dls, tiny_unet(2))
learn.fit(1)
