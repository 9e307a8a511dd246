# rule: label_numbers.mask_beyond_codes
# source: constructed
# says: Image\.open\(mask_of\(fn\)\)
# says: in place of mask_of
# %% before
from fastai.vision.all import *
for name in ('im', 'mask'): Path(f'data/{name}').mkdir(parents=True)
for i in range(6):
    Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'data/im/{i}.jpg')
    Image.fromarray((np.arange(1024).reshape(32, 32) % 2 * 255).astype(np.uint8)).save(f'data/mask/{i}.png')
def mask_of(o): return Path('data/mask')/f'{o.stem}.png'
# %% fails
dls = SegmentationDataLoaders.from_label_func('data', get_image_files('data/im'), mask_of, codes=['void', 'road'], bs=2, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
# %% mended
def get_mask(fn):
    mask = np.array(Image.open(mask_of(fn)))
    return PILMask.create((mask > 127).astype(np.uint8))
dls = SegmentationDataLoaders.from_label_func('data', get_image_files('data/im'), get_mask, codes=['void', 'road'], bs=2, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
