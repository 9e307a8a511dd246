# rule: label_paths_of_rows.row_makes_another_name
# source: constructed
# says: r\['name'\]
# says: label in the index
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
df['name'] = df.image_name
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=lambda r: path/'train'/f'{r.name}.jpg', get_y=ColReader('tags', label_delim=' '))
dsets = dblock.datasets(df)
# %% mended
df['name'] = df.image_name
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_y=ColReader('tags', label_delim=' '), get_x=lambda r: path / 'train' / f"{r['name']}.jpg")
dsets = dblock.datasets(df)
