# rule: pictures.list_for_one_file
# source: fastai/course22#52
# says: PILImage\.create opens one picture
# says: bird_files is a list of 3 files
# says: PILImage\.create\(bird_files\[0\]\)
# %% before
from fastai.vision.all import *
folder = Path('birds')
folder.mkdir()
for i in range(3): PILImage.create(np.zeros((16, 16, 3), dtype=np.uint8)).save(folder/f'{i}.png')
# %% fails
bird_files = folder.ls()
PILImage.create(bird_files).to_thumb(64)
# %% mended
bird_files = folder.ls()
PILImage.create(bird_files[0]).to_thumb(64)
