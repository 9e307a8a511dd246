# rule: files_broken.not_a_picture
# source: constructed
# says: how macOS shows the folder
# says: rglob\('\.DS_Store'\)
# %% before
from fastai.vision.all import *
Path('bears').mkdir()
for i in range(3): Image.new('RGB', (9, 9)).save(f'bears/{i}.png')
Path('bears/.DS_Store').write_bytes(b'\x00\x00\x00\x01Bud1')
# %% fails
pics = [PILImage.create(f) for f in Path('bears').iterdir()]
# %% mended
for f in Path('bears').rglob('.DS_Store'): f.unlink()
pics = [PILImage.create(f) for f in Path('bears').iterdir()]
