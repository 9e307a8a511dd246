# rule: fastai1_habits.urls_before_folder
# source: https://github.com/fastai/course-v3
# says: fastai 1
# says: download_images\(folder / name, url_file=folder / f
# %% before
from pathlib import Path
Path('zoo/lion').mkdir(parents=True)
Path('zoo/lion.csv').write_text('http://localhost:9/a.jpg\n')
from fastai.vision.all import *
folder, name = Path('zoo'), 'lion'
# %% fails
download_images(folder/f'{name}.csv', folder/name, max_pics=5)
# %% mended
download_images(folder/name, url_file=folder/f'{name}.csv', max_pics=5)
