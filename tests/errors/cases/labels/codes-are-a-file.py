# rule: label_codes.codes_no_list
# source: constructed
# says: codes=np\.loadtxt\(path / 'codes\.txt', dtype=str\)
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
dls = SegmentationDataLoaders.from_label_func(path, bs=2, fnames=fnames, label_func=lambda o: path/'labels'/f'{o.stem}_P{o.suffix}', codes=path/'codes.txt')
# %% mended
dls = SegmentationDataLoaders.from_label_func(path, bs=2, fnames=fnames, label_func=lambda o: path / 'labels' / f'{o.stem}_P{o.suffix}', codes=np.loadtxt(path / 'codes.txt', dtype=str))
