# rule: label_paths_of_rows.getter_names_another_folder
# source: constructed
# says: get_msk = lambda o: path / 'labels'
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
get_msk = lambda o: path/'masks'/f'{o.stem}_P{o.suffix}'
camvid = DataBlock(blocks=(ImageBlock, MaskBlock(codes)), get_items=get_image_files, get_y=get_msk)
dls = camvid.dataloaders(path/'images', bs=2)
# %% mended
get_msk = lambda o: path / 'labels' / f'{o.stem}_P{o.suffix}'
camvid = DataBlock(blocks=(ImageBlock, MaskBlock(codes)), get_items=get_image_files, get_y=get_msk)
dls = camvid.dataloaders(path/'images', bs=2)
