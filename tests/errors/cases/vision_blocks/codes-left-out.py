# rule: labels.outputs_unknown
# source: https://docs.fast.ai/tutorial.vision.html
# says: codes
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
dls = SegmentationDataLoaders.from_label_func(path, files, label_func, bs=2, num_workers=0)
# %% fails
learn = unet_learner(dls, resnet18, pretrained=False)
# %% mended
dls = SegmentationDataLoaders.from_label_func(path, files, label_func, codes=codes, bs=2, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
