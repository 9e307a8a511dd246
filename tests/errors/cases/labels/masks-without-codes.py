# rule: labels.outputs_unknown
# source: constructed
# says: MaskBlock\(codes=codes\)
# %% before
from fastai.vision.all import *
for name in 'im'.split():
    folder = Path('data')/name; folder.mkdir(parents=True)
    for i in range(6): Image.new('RGB', (40, 40), (i * 40, 60, 90)).save(folder/f'{name[:1]}_{i}.jpg')
Path('data/mask').mkdir()
for i in range(6): Image.fromarray((np.arange(1600).reshape(40, 40) % 2).astype(np.uint8)).save(f'data/mask/i_{i}.png')
def get_mask(o): return Path('data/mask')/f'{o.stem}.png'
# %% fails
camvid = DataBlock(blocks=(ImageBlock, MaskBlock), get_items=partial(get_image_files, folders=['im']), get_y=get_mask,
                   item_tfms=Resize(32))
dls = camvid.dataloaders('data', bs=2, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
# %% mended
codes = ['void', 'road']
camvid = DataBlock(blocks=(ImageBlock, MaskBlock(codes=codes)), get_items=partial(get_image_files, folders=['im']), get_y=get_mask,
                   item_tfms=Resize(32))
dls = camvid.dataloaders('data', bs=2, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
