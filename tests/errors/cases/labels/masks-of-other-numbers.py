# rule: label_numbers.mask_beyond_codes
# source: https://github.com/fastai/fastai2/issues/219
# says: np\.searchsorted\(\[0, 122, 255\], mask\)
# %% before
from fastai.vision.all import *
path = Path('camvid')
for folder in ('images', 'labels'): (path/folder).mkdir(parents=True)
for i in range(8):
    Image.new('RGB', (64, 48), (30*i, 90, 200)).save(path/'images'/f'{i:03d}.png')
    mask = np.zeros((48, 64), dtype=np.uint8); mask[:20] = 1; mask[:, :9] = 2
    Image.fromarray(mask).save(path/'labels'/f'{i:03d}_P.png')
codes = ['Sky', 'Road', 'Car']
np.savetxt(path/'codes.txt', codes, fmt='%s')
fnames = get_image_files(path/'images')
# %% fails
def get_msk(o):
    file = path/'labels'/f'{o.stem}_P{o.suffix}'
    made = path/f'{o.stem}_P.png'
    Image.fromarray(np.array([0, 122, 255], dtype=np.uint8)[np.array(Image.open(file))]).save(made)
    return made
dls = SegmentationDataLoaders.from_label_func(path, bs=2, fnames=fnames, label_func=get_msk, codes=codes, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
learn.fit(1)
# %% mended
def get_msk(o):
    file = path/'labels'/f'{o.stem}_P{o.suffix}'
    made = path/f'{o.stem}_P.png'
    Image.fromarray(np.array([0, 122, 255], dtype=np.uint8)[np.array(Image.open(file))]).save(made)
    return made
def get_mask(fn):
    mask = np.array(Image.open(get_msk(fn)))
    return PILMask.create(np.searchsorted([0, 122, 255], mask).astype(np.uint8))
dls = SegmentationDataLoaders.from_label_func(path, bs=2, fnames=fnames, label_func=get_mask, codes=codes, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
