// A generated folder that is made beside and renamed when whole, and only when something that it is made of has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));

// As stage() in say.sh.
function stage(text) {
  const seconds = Math.floor(Date.now() / 1000) - Number(process.env.FIRST_REFUSAL_STARTED ?? Math.floor(Date.now() / 1000));
  console.error(`${String(Math.floor(seconds / 60)).padStart(3)}:${String(seconds % 60).padStart(2, "0")}  ${text}`);
}

/** `path` and `madeOf` are of the project; `make` fills the folder that it is given. */
export async function renew(path, madeOf, make) {
  const whole = `${project}${path}`;
  const folder = `${whole}.part`;
  const hash = createHash("sha256");
  for (const source of madeOf) hash.update(readFileSync(project + source));
  const wanted = hash.digest("hex");
  if (existsSync(`${whole}/stamp`) && readFileSync(`${whole}/stamp`, "utf8") === wanted) return;
  stage(`Drawing ${path.replace("build/generated/", "")}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await make(folder);
  writeFileSync(`${folder}/stamp`, wanted);
  rmSync(whole, { recursive: true, force: true });
  renameSync(folder, whole);
}
