# rule: label_codes.codes_no_list
# source: constructed
# says: MaskBlock\(codes=\[f'class_\{i\}' for i in range\(3\)\]\)
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
camvid = DataBlock(blocks=(ImageBlock, MaskBlock(3)), get_items=get_image_files, get_y=lambda o: path/'labels'/f'{o.stem}_P{o.suffix}')
# %% mended
camvid = DataBlock(blocks=(ImageBlock, MaskBlock(codes=[f'class_{i}' for i in range(3)])), get_items=get_image_files, get_y=lambda o: path/'labels'/f'{o.stem}_P{o.suffix}')
