# rule: blocks_of_pictures.points_are_no_pairs
# source: constructed
# says: text
# says: float\(v\) for v in text.split\(','\)
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
df = pd.DataFrame({'file': [f'{i}.png' for i in range(8)], 'centre': ['12,20'] * 8})
def get_centre(row): return row['centre']
dblock = DataBlock(blocks=(ImageBlock, PointBlock), get_x=ColReader('file', pref='images/'), get_y=get_centre, splitter=RandomSplitter())
# %% fails
dls = dblock.dataloaders(df, bs=2, num_workers=0)
# %% mended
def get_centre(row):
    text = row['centre']
    return [float(v) for v in text.split(',')]
dblock = DataBlock(blocks=(ImageBlock, PointBlock), get_x=ColReader('file', pref='images/'), get_y=get_centre, splitter=RandomSplitter())
dls = dblock.dataloaders(df, bs=2, num_workers=0)
