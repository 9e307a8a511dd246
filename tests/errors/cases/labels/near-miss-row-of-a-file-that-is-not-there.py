# rule: not label_paths_of_rows.row_makes_another_name
# source: constructed
# %% before
from fastai.vision.all import *
path = Path('planet')
(path/'train').mkdir(parents=True)
for i in range(12): Image.new('RGB', (32, 32), (20*i, 90, 200)).save(path/'train'/f'train_{i}.jpg')
df = pd.DataFrame({'image_name': [f'train_{i}' for i in range(12)], 'tags': ['haze primary', 'clear road', 'clear water']*4})
# %% fails
df.loc[0, 'image_name'] = 'lost'
dblock = DataBlock(blocks=(ImageBlock, MultiCategoryBlock), get_x=lambda r: path/'train'/f'{r.image_name}.jpg', get_y=ColReader('tags', label_delim=' '), splitter=IndexSplitter([5]))
dsets = dblock.datasets(df)
