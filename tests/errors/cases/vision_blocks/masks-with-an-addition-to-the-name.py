# rule: label_paths.targets_are_named_otherwise
# source: constructed
# says: mask_of made the path
# says: _seg\.png
# says: def mask_of\(pic\): return root/'masks'/f'\{pic\.stem\}_seg\.png'
# %% before
from fastai.vision.all import *
root = Path('cells')
for part in ('pics', 'masks'): (root/part).mkdir(parents=True)
for i in range(6):
    Image.new('RGB', (24, 24), (i * 30, 60, 90)).save(root/'pics'/f'c{i}.jpg')
    Image.fromarray(np.eye(24, dtype=np.uint8)).save(root/'masks'/f'c{i}_seg.png')
# %% fails
def mask_of(pic):
    return root/'masks'/pic.name
dls = SegmentationDataLoaders.from_label_func(root, get_image_files(root/'pics'), mask_of, codes=['no', 'yes'], bs=2, num_workers=0)
# %% mended
def mask_of(pic): return root/'masks'/f'{pic.stem}_seg.png'
dls = SegmentationDataLoaders.from_label_func(root, get_image_files(root/'pics'), mask_of, codes=['no', 'yes'], bs=2, num_workers=0)
