# rule: data_from_csv.named_otherwise
# source: constructed
# says: labels\.csv
# says: csv_fname='species\.csv'
# %% before
from fastai.vision.all import *
Path('sea/pics').mkdir(parents=True)
for i in range(8): Image.new('RGB', (24, 24), (i * 30, 6, 9)).save(f'sea/pics/{i}.jpg')
pd.DataFrame({'file': [f'{i}.jpg' for i in range(8)], 'kind': ['cod', 'eel'] * 4}).to_csv('sea/species.csv', index=False)
# %% fails
dls = ImageDataLoaders.from_csv('sea', folder='pics', bs=2, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_csv('sea', folder='pics', bs=2, num_workers=0, csv_fname='species.csv')
