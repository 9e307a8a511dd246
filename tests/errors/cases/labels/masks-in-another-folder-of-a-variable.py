# rule: label_paths_of_rows.getter_names_another_folder
# source: constructed
# says: path_lbl = path / 'labels'
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
path_lbl = path/'label'
def get_y_fn(x): return path_lbl/f'{x.stem}_P{x.suffix}'
dls = SegmentationDataLoaders.from_label_func(path, bs=2, fnames=fnames, label_func=get_y_fn, codes=codes)
# %% mended
path_lbl = path / 'labels'
def get_y_fn(x): return path_lbl/f'{x.stem}_P{x.suffix}'
dls = SegmentationDataLoaders.from_label_func(path, bs=2, fnames=fnames, label_func=get_y_fn, codes=codes)
